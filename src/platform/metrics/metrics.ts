import { Inject, Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { DataSource } from 'typeorm';
import { poolOf } from '../database/connection.js';
import { StatementPool } from '../database/statement-pool.js';
import { API_SETTINGS, type ApiSettings } from '../config/settings.js';
import { Admission } from '../http/admission.js';
import { Fallbacks } from '../views/fallbacks.js';
import { QueryRunner } from '../views/query-runner.js';

export interface RequestOutcome {
  readonly operation: string | undefined;
  readonly outcome: 'ok' | 'refused' | 'failed';
  readonly ms: number;
  readonly points: number;
}

/** Metrics for Prometheus. No label contains text of a client, because the number of time series must stay bounded. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'registry_request_seconds',
    help: 'Time to answer an operation, from its turn to its answer.',
    labelNames: ['operation', 'outcome'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers: [this.registry],
  });
  private readonly rows = this.counter('registry_cost_rows_total', 'Rows that answered operations could hold, as the gate reckons.');

  constructor(
    source: DataSource,
    statements: StatementPool,
    admission: Admission,
    queries: QueryRunner,
    fallbacks: Fallbacks,
    @Inject(API_SETTINGS) { metricsToken }: ApiSettings,
  ) {
    if (metricsToken === undefined) return;
    collectDefaultMetrics({ register: this.registry });
    const transactions = poolOf(source);
    this.externalCounter('registry_statements_total', 'Statements sent for declared fields.', () => queries.sent.statements);
    this.externalCounter(
      'registry_fast_path_refused_total',
      'Operations answered by graphql-js because of a refusal.',
      () => fallbacks.refused,
    );
    this.externalCounter(
      'registry_fast_path_faults_total',
      'Operations answered by graphql-js because the fast path failed.',
      () => fallbacks.faults,
    );
    this.externalCounter('registry_overload_refused_total', 'Requests told to come back.', () => admission.refused);
    this.gauge('registry_requests_under_way', 'Requests that have their turn.', () => admission.inFlight);
    this.gauge('registry_requests_waiting', 'Requests that wait for their turn.', () => admission.queued);
    this.gauge('registry_pool_connections', 'Connections to PostgreSQL.', () => statements.counts.total + transactions.totalCount);
    this.gauge('registry_pool_idle', 'Connections that nobody uses.', () => statements.counts.idle + transactions.idleCount);
    this.gauge(
      'registry_pool_waiting',
      'Statements that wait for a connection.',
      () => statements.counts.waiting + transactions.waitingCount,
    );
  }

  /** @param request `ms`: how long it took in milliseconds; `points`: the rows that it could answer with */
  observeRequest({ operation = 'none', outcome, ms, points }: RequestOutcome): void {
    this.requests.observe({ operation, outcome }, ms / 1_000);
    this.rows.inc(points);
  }

  private counter(name: string, help: string): Counter {
    return new Counter({ name, help, registers: [this.registry] });
  }

  /** A counter whose value is read from another object. */
  private externalCounter(name: string, help: string, count: () => number): void {
    const counter: Counter = new Counter({
      name,
      help,
      registers: [this.registry],
      collect: () => {
        counter.reset();
        counter.inc(count());
      },
    });
  }

  private gauge(name: string, help: string, value: () => number): void {
    const gauge: Gauge = new Gauge({ name, help, registers: [this.registry], collect: () => gauge.set(value()) });
  }
}
