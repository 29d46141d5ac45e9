import type { Page, Response } from 'playwright-core';

/** What is read on a page: texts, and the names and hints of fields. */
const TEXTS = `(() => {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element.closest('script, style, noscript, [lang]:not(html)') || !element.checkVisibility()) continue;
    if (node.textContent.trim()) texts.push(node.textContent.trim());
  }
  for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
    for (const element of document.querySelectorAll('[' + name + ']')) texts.push(element.getAttribute(name).trim());
  return texts;
})()`;

const VIETNAMESE = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/iu;
/** Several words and no mark: Vietnamese is hardly ever so. */
const ENGLISH = /^[A-Za-z]+([ ,’']+[A-Za-z]+){2,}[.:?]?$/u;
/** What no person reads: a name of the API, or a value that is missing. */
const RAW = /\b[A-Z]{2,}_[A-Z_]+\b|\bundefined\b|\bNaN\b|\[object/u;

/** The client's own words have it as it is. */
const NAMES_OF_THE_REGISTRY = /“Dân vận khéo”/gu;

/** All texts within an answer of the API: what people entered, in whatever language. */
function textsIn(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') for (const line of [value, ...value.split('\n')]) found.add(line.trim());
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) textsIn(part, found);
}

/** What the trail calls things: a page that has no word for one shows it as it is. */
function namesIn(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (typeof part === 'string' && ['field', 'action', 'effect'].includes(key)) found.add(part);
    else namesIn(part, found);
  }
}

/** The texts of a browser’s pages that are in the wrong language, apart from data, or in none. */
export class ShownTexts {
  private readonly answers = new Set<string>();
  private readonly names = new Set<string>();
  private underway: Promise<unknown> = Promise.resolve();

  constructor(private readonly page: Page) {
    page.on('response', response => {
      if (!response.url().endsWith('/graphql')) return;
      this.underway = Promise.allSettled([this.underway, this.read(response)]);
    });
  }

  private async read(response: Response): Promise<void> {
    const { data } = (await response.json()) as { data: unknown };
    textsIn(data, this.answers);
    namesIn(data, this.names);
  }

  async wrong(language: 'vi' | 'en'): Promise<string[]> {
    await this.underway;
    const data = [...this.answers].filter(text => text.length > 1).toSorted((a, b) => b.length - a.length);
    const texts: string[] = await this.page.evaluate(TEXTS);
    return texts.filter(text => {
      if (RAW.test(text) || (language === 'vi' && this.names.has(text.replace(/:.*$/u, '')))) return true;
      const own = data
        .reduce((left, said) => left.replaceAll(said, ' '), text)
        .replaceAll(NAMES_OF_THE_REGISTRY, ' ')
        .trim();
      return language === 'en' ? VIETNAMESE.test(own) : ENGLISH.test(own);
    });
  }
}
