import type { OnModuleInit } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CheckedArgs } from '../../platform/access/allow.js';
import { Database } from '../../platform/database/database.js';
import type { Page } from '../../platform/graphql/connection.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { Nodes, idOf } from '../../platform/graphql/node.js';
import { Theme } from '../sectors/sector.graphql.js';
import { Unit } from '../units/unit.graphql.js';
import { UnitsReader } from '../units/units.reader.js';
import {
  EmulationModel,
  EmulationModelConnection,
  ModelArgs,
  ModelPageArgs,
  ModelPayload,
  ModelsArgs,
  RecordPastInput,
} from './model.graphql.js';
import { ModelsReader } from './models.reader.js';
import { ModelsService } from './models.service.js';

@Resolver(() => EmulationModel)
export class ModelsResolver implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly reader: ModelsReader,
    private readonly service: ModelsService,
    private readonly units: UnitsReader,
    private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('EmulationModel', ids => this.reader.asOf(ids.map(id => ({ id, asOf: this.db.today() }))));
  }

  @Query(() => EmulationModelConnection, { description: 'Models attested by a day (danh sách mô hình).' })
  @Allow('registry.read')
  models(@Args() args: ModelsArgs): Promise<Page<EmulationModel>> {
    return this.reader.page(args.filter ?? {}, args.asOf ?? this.db.today(), args);
  }

  @Query(() => EmulationModel, { nullable: true, description: 'One model (mô hình), or null when there is none with this id.' })
  @Allow('registry.read')
  async model(@Args() { id, asOf }: ModelArgs): Promise<EmulationModel | null> {
    const [model] = await this.reader.asOf([{ id: idOf('EmulationModel', id, 'id'), asOf: asOf ?? this.db.today() }]);
    return model ?? null;
  }

  @Mutation(() => ModelPayload, { description: 'Enters a model from a paper (nhập mô hình từ văn bản cũ).' })
  @Allow('model.record')
  recordPast(
    @Args('input', { type: () => RecordPastInput }) input: RecordPastInput,
    @Context() context: RequestContext,
  ): Promise<ModelPayload> {
    return mutate(context, RecordPastInput, input, async () => {
      const { idempotencyKey, unitId, jointOwnerIds, parentId, place, themes, ...rest } = input;
      const id = await this.service.recordPast(
        context.signedIn,
        {
          ...rest,
          unitId: idOf('Unit', unitId, 'unitId'),
          jointOwnerIds: (jointOwnerIds ?? []).map((owner, i) => idOf('Unit', owner, 'jointOwnerIds', i)),
          parentId: parentId ? idOf('EmulationModel', parentId, 'parentId') : null,
          place: place ?? null,
          themes: themes ?? [],
        },
        idempotencyKey,
      );
      return { model: (await this.reader.asOf([{ id, asOf: this.db.today() }]))[0] ?? null };
    });
  }

  @ResolveField(() => Unit, { description: 'The unit it was registered by (đơn vị), as it stood on the day asked for, or nearest to it.' })
  unit(@Parent() model: EmulationModel, @Context() context: RequestContext): Promise<Unit | undefined> {
    return context.batch(this.units.asOf, { id: model.unitId, asOf: model.asOf });
  }

  @ResolveField(() => [Unit], { description: 'Units that carry it together with the first (đơn vị cùng thực hiện).' })
  async jointOwners(@Parent() model: EmulationModel, @Context() context: RequestContext): Promise<(Unit | undefined)[]> {
    const ids = await context.batch(this.reader.jointOwners, model.rowId);
    return Promise.all(ids.map(id => context.batch(this.units.asOf, { id, asOf: model.asOf })));
  }

  @ResolveField(() => EmulationModel, { nullable: true, description: 'The theme model it stands under (mô hình cấp trên).' })
  parent(@Parent() model: EmulationModel, @Context() context: RequestContext): Promise<EmulationModel | undefined> | null {
    return model.parentId === null ? null : context.batch(this.reader.asOf, { id: model.parentId, asOf: model.asOf });
  }

  @ResolveField(() => EmulationModelConnection, { description: 'The models that stand under it (mô hình con).' })
  @CheckedArgs()
  children(@Parent() model: EmulationModel, @Args() args: ModelPageArgs): Promise<Page<EmulationModel>> {
    return this.reader.page({ parentId: model.id }, model.asOf, args);
  }

  @ResolveField(() => [Theme], { description: 'Chuyên đề.' })
  themes(@Parent() model: EmulationModel, @Context() context: RequestContext): Promise<Theme[]> {
    return context.batch(this.reader.themes, model.rowId);
  }
}
