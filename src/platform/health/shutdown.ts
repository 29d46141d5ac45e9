import { Injectable } from '@nestjs/common';

/** Whether the process has been asked to stop. From then on it is not ready; requests under way are still answered. */
@Injectable()
export class Shutdown {
  private asked = false;

  get begun(): boolean {
    return this.asked;
  }

  begin(): void {
    this.asked = true;
  }
}
