// The bold letters, loaded when the first page is there; until then the browser thickens the plain ones.
import '@fontsource/be-vietnam-pro/latin-600.css';
import '@fontsource/be-vietnam-pro/vietnamese-600.css';
