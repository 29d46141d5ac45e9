import './app/styles.js';
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './app/app.js';
import { theme } from './app/theme.js';
import { chosenLanguage, firstWordsOf } from './texts/language.js';
import { WordsContext } from './texts/texts.context.js';

/** What the server has put into the page: styles that are written while it runs carry it. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

const words = await firstWordsOf(chosenLanguage());
document.documentElement.lang = words.language;

createRoot(document.querySelector('#root')!).render(
  <WordsContext value={words}>
    <MantineProvider theme={theme} getStyleNonce={() => nonce} forceColorScheme="light">
      <BrowserRouter>
        <App />
      </BrowserRouter>
    </MantineProvider>
  </WordsContext>,
);

const BOLD_AFTER_MS = 300;
setTimeout(() => void import('./app/bold.js'), BOLD_AFTER_MS);
