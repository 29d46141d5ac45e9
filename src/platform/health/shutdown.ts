import { Injectable } from '@nestjs/common';

/** Whether the process has been asked to stop. From then on it is not ready; requests under way are still answered. */
@Injectable()
export class Shutdown {
  private requested = false;

  get begun(): boolean {
    return this.requested;
  }

  begin(): void {
    this.requested = true;
  }
}
