import type { Bilingual } from '../shared/language.js';

/** What the server's address answers to programs. */
export const WELCOME: Bilingual = {
  vi: `Sổ đăng ký mô hình “Dân vận khéo” đang chạy.

Mở địa chỉ này bằng trình duyệt để làm việc.
API GraphQL: POST /graphql
Mã truy cập: npm run cli -- token create --name TÊN
Câu hỏi đầu tiên: xem README.md
`,
  en: `The registry of “Dân vận khéo” models is running.

Open this address in a browser to work with it.
GraphQL API: POST /graphql
Access token: npm run cli -- token create --name NAME
The first query: see README.md
`,
};
