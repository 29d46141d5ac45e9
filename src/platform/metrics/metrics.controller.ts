import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Header, Headers, Inject } from '@nestjs/common';
import { API_SETTINGS, type ApiSettings } from '../config/settings.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { Metrics } from './metrics.js';

/** `/metrics` for Prometheus, protected by the operator's token; without a token there is no such route. */
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  read(@Headers('authorization') authorization: string | undefined): Promise<string> {
    const { metricsToken } = this.settings;
    if (metricsToken === undefined) throw PlatformErrors.PATH_UNKNOWN();
    if (!isSame(authorization ?? '', `Bearer ${metricsToken}`)) throw PlatformErrors.TOKEN_INVALID();
    return this.metrics.registry.metrics();
  }
}

/** Compares in constant time. */
const isSame = (given: string, right: string): boolean => timingSafeEqual(digest(given), digest(right));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
