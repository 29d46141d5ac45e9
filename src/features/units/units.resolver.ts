import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { OnModuleInit } from '@nestjs/common';
import { Allow, CheckedArgs } from '../../platform/access/allow.js';
import { Database } from '../../platform/database/database.js';
import type { Page } from '../../platform/graphql/connection.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { Nodes, idOf } from '../../platform/graphql/node.js';
import type { Id } from '../../shared/ids.js';
import type { LocalDate } from '../../shared/dates.js';
import { Unit, UnitArgs, UnitConnection, UnitPageArgs, UnitSpan, UnitSuccession, UnitsArgs } from './unit.graphql.js';
import { UnitsList } from './units.list.js';
import { UnitsReader } from './units.reader.js';

@Resolver(() => Unit)
export class UnitsResolver implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly reader: UnitsReader,
    private readonly list: UnitsList,
    private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Unit', ids => this.reader.asOf(ids.map(id => ({ id, asOf: this.db.today() }))));
  }

  @Query(() => UnitConnection, { description: 'Units in force on a day (danh sách đơn vị).' })
  @Allow('registry.read')
  units(@Args() args: UnitsArgs): Promise<Page<Unit>> {
    return this.list.page(args.filter ?? {}, args.asOf ?? this.db.today(), args);
  }

  @Query(() => Unit, { nullable: true, description: 'One unit as it stood on a day (đơn vị), or null when there is none with this id.' })
  @Allow('registry.read')
  async unit(@Args() { id, asOf }: UnitArgs, @Context() context: RequestContext): Promise<Unit | null> {
    return (await this.find(context, idOf('Unit', id, 'id'), asOf ?? this.db.today())) ?? null;
  }

  @ResolveField(() => String, {
    description: 'Where it stands, top first (đường dẫn): “Tỉnh Quảng Nam / Huyện Quế Sơn / Xã Quế Hiệp”.',
  })
  path(@Parent() unit: Unit, @Context() context: RequestContext): Promise<string> {
    return context.batch(this.reader.paths, { id: unit.rowId, asOf: unit.asOf });
  }

  @ResolveField(() => Unit, { nullable: true, description: 'The unit above it in its line (đơn vị cấp trên).' })
  parent(@Parent() unit: Unit, @Context() context: RequestContext): Promise<Unit | undefined> | null {
    return unit.parentId === null ? null : this.find(context, unit.parentId, unit.asOf);
  }

  @ResolveField(() => Unit, { nullable: true, description: 'Where an organisation works (địa bàn).' })
  territory(@Parent() unit: Unit, @Context() context: RequestContext): Promise<Unit | undefined> | null {
    return unit.territoryId === null ? null : this.find(context, unit.territoryId, unit.asOf);
  }

  @ResolveField(() => UnitConnection, {
    description: 'Units directly under it on the day, organisations of its territory included (đơn vị trực thuộc).',
  })
  @CheckedArgs()
  children(@Parent() unit: Unit, @Args() args: UnitPageArgs): Promise<Page<Unit>> {
    return this.list.page({ parentId: unit.id }, unit.asOf, args);
  }

  @ResolveField(() => [UnitSuccession], { description: 'The units it passed to (đơn vị kế thừa). None is a legal answer.' })
  successors(@Parent() unit: Unit, @Context() context: RequestContext): Promise<UnitSuccession[]> {
    return context.batch(this.reader.successors, { id: unit.rowId, asOf: unit.asOf });
  }

  @ResolveField(() => [UnitSuccession], { description: 'The units that passed to it (đơn vị tiền thân).' })
  predecessors(@Parent() unit: Unit, @Context() context: RequestContext): Promise<UnitSuccession[]> {
    return context.batch(this.reader.predecessors, { id: unit.rowId, asOf: unit.asOf });
  }

  @ResolveField(() => Unit, {
    nullable: true,
    description:
      'The unit that stands for it on `asOf` (quy đổi): itself while it lives, else its whole successor; null when it ended without one. Never divided.',
  })
  async restated(@Parent() unit: Unit, @Context() context: RequestContext): Promise<Unit | null> {
    const id = await context.batch(this.reader.restated, { id: unit.rowId, asOf: unit.asOf });
    return id === null ? null : ((await this.find(context, id, unit.asOf)) ?? null);
  }

  @ResolveField(() => [UnitSpan], { description: 'How it stood over time (quá trình).' })
  history(@Parent() unit: Unit, @Context() context: RequestContext): Promise<UnitSpan[]> {
    return context.batch(this.reader.histories, { id: unit.rowId, asOf: unit.asOf });
  }

  private find(context: RequestContext, id: Id, asOf: LocalDate): Promise<Unit | undefined> {
    return context.batch(this.reader.asOf, { id, asOf });
  }
}

/** The other side of a succession, shown on the day of the answer it stands in. */
@Resolver(() => UnitSuccession)
export class UnitSuccessionResolver {
  constructor(private readonly reader: UnitsReader) {}

  @ResolveField(() => Unit, { description: 'The unit on the other side.' })
  unit(@Parent() succession: UnitSuccession, @Context() context: RequestContext): Promise<Unit | undefined> {
    return context.batch(this.reader.asOf, { id: succession.otherId, asOf: succession.asOf });
  }
}

@Resolver(() => UnitSpan)
export class UnitSpanResolver {
  constructor(private readonly reader: UnitsReader) {}

  @ResolveField(() => Unit, { nullable: true, description: 'The unit above it in that time.' })
  parent(@Parent() span: UnitSpan, @Context() context: RequestContext): Promise<Unit | undefined> | null {
    return span.parentId === null ? null : context.batch(this.reader.asOf, { id: span.parentId, asOf: span.shownAsOf });
  }

  @ResolveField(() => Unit, { nullable: true, description: 'Where an organisation worked in that time.' })
  territory(@Parent() span: UnitSpan, @Context() context: RequestContext): Promise<Unit | undefined> | null {
    return span.territoryId === null ? null : context.batch(this.reader.asOf, { id: span.territoryId, asOf: span.shownAsOf });
  }
}
