import { Controller, Get, Header, Headers } from '@nestjs/common';
import { languageOf } from '../platform/graphql/context.js';
import type { Bilingual } from '../shared/language.js';

/** The page at the server's address in a browser. */
@Controller()
export class WelcomeController {
  @Get()
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('vary', 'accept-language')
  welcome(@Headers('accept-language') accepted?: string): string {
    return WELCOME[languageOf(accepted)];
  }
}

const WELCOME: Bilingual = {
  vi: `Sổ đăng ký mô hình “Dân vận khéo” đang chạy.

API GraphQL: POST /graphql
Mã truy cập: npm run cli -- token create --name TÊN
Câu hỏi đầu tiên: xem README.md
`,
  en: `The registry of “Dân vận khéo” models is running.

GraphQL API: POST /graphql
Access token: npm run cli -- token create --name NAME
The first query: see README.md
`,
};
