import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { TypeOrmModule } from '@nestjs/typeorm';
import type pg from 'pg';
import { EmulationModel, ModelStep, Sector, UnitSpan } from './entities.js';
import { loadersOver } from './loaders.js';
import { ModelsResolver } from './models.resolver.js';
import { ModelsService } from './models.service.js';

const ENTITIES = [EmulationModel, ModelStep, Sector, UnitSpan];
const { host, port, user, password, database, max, options } = JSON.parse(process.env.PEER_POOL!) as pg.PoolConfig;

@Module({ imports: [TypeOrmModule.forFeature(ENTITIES)], providers: [ModelsService, ModelsResolver], exports: [ModelsService] })
class ModelsModule {}

/** The usual Nest way: code-first entities, repositories, loaders for each request, Apollo on Express, all as their documentation has it. */
@Module({
  imports: [
    TypeOrmModule.forRoot({
      type: 'postgres',
      host,
      port,
      username: user,
      password: password as string,
      database,
      poolSize: max,
      extra: { options },
      entities: ENTITIES,
    }),
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [ModelsModule],
      inject: [ModelsService],
      useFactory: (models: ModelsService) => ({
        autoSchemaFile: true,
        playground: false,
        context: () => ({ loaders: loadersOver(models) }),
      }),
    }),
  ],
})
class PeerModule {}

const app = await NestFactory.create<NestExpressApplication>(PeerModule, { logger: ['error', 'warn'] });
await app.listen(0, '127.0.0.1');
console.log(`http://127.0.0.1:${((app.getHttpServer() as Server).address() as AddressInfo).port}/`);
