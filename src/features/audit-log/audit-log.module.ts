import { Module } from '@nestjs/common';
import { AuditLogResolver } from './audit-log.resolver.js';

@Module({ providers: [AuditLogResolver] })
export class AuditLogModule {}
