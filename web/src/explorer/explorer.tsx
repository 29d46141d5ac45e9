import './explorer.css';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import type { ComponentProps } from 'react';
import { createRoot } from 'react-dom/client';

/** Asks this server, with the session of the browser; a token of a program goes into the headers of the page. They are not kept. */
const fetcher: ComponentProps<typeof GraphiQL>['fetcher'] = async (asked, options) => {
  const headers = { 'content-type': 'application/json', ...options?.headers };
  const answer = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(asked) });
  return answer.json();
};

const FIRST = `# Ctrl+Enter asks. The book on the left shows the schema with its Vietnamese terms.
{
  models(first: 5) {
    totalCount
    nodes {
      code
      title
      unit {
        name
      }
    }
  }
}
`;

/** Office machines are shared: what was asked may name people, and is forgotten with the tab. Earlier versions of the page kept it. */
for (const name of Object.keys(localStorage).filter(key => key.startsWith('graphiql:'))) localStorage.removeItem(name);

createRoot(document.querySelector('#root')!).render(
  <GraphiQL fetcher={fetcher} defaultQuery={FIRST} shouldPersistHeaders={false} storage={sessionStorage} />,
);
