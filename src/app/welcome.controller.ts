import { Controller, Get, Header } from '@nestjs/common';

/** The page at the server's address in a browser. */
@Controller()
export class WelcomeController {
  @Get()
  @Header('content-type', 'text/plain; charset=utf-8')
  welcome(): string {
    return WELCOME;
  }
}

const WELCOME = `Sổ đăng ký mô hình “Dân vận khéo” đang chạy. / The registry of “Dân vận khéo” models is running.

API GraphQL: POST /graphql
Mã truy cập / access token:  npm run cli -- token create --name TÊN
Câu hỏi đầu tiên / first query: xem / see README.md
`;
