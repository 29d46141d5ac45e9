import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, IsNull, Repository } from 'typeorm';
import { EmulationModel, ModelStep, Sector, UnitSpan } from './entities.js';

const SHOWN = { trashedAt: IsNull(), mergedIntoId: IsNull() };

/** What the resolvers and the loaders ask of the database. */
@Injectable()
export class ModelsService {
  constructor(
    @InjectRepository(EmulationModel) private readonly models: Repository<EmulationModel>,
    @InjectRepository(ModelStep) private readonly steps: Repository<ModelStep>,
    @InjectRepository(UnitSpan) private readonly spans: Repository<UnitSpan>,
    @InjectRepository(Sector) private readonly sectors: Repository<Sector>,
  ) {}

  newest(first: number): Promise<EmulationModel[]> {
    return this.models.find({ where: SHOWN, order: { attestedOn: 'DESC', id: 'DESC' }, take: first });
  }

  byId(id: string): Promise<EmulationModel | null> {
    return this.models.findOneBy({ id });
  }

  childrenOf(parentId: string, first: number): Promise<EmulationModel[]> {
    return this.models.find({ where: { ...SHOWN, parentId }, order: { title: 'ASC', id: 'ASC' }, take: first });
  }

  unitsOf(ids: readonly string[]): Promise<UnitSpan[]> {
    return this.spans
      .createQueryBuilder('span')
      .where('span.unitId in (:...ids)', { ids })
      .andWhere('span.validity @> current_date')
      .getMany();
  }

  sectorsOf(ids: readonly string[]): Promise<Sector[]> {
    return this.sectors.findBy({ id: In(ids) });
  }

  stepsOf(modelIds: readonly string[]): Promise<ModelStep[]> {
    return this.steps.find({ where: { modelId: In(modelIds) }, order: { on: 'ASC', id: 'ASC' } });
  }

  latestStepsOf(modelIds: readonly string[]): Promise<ModelStep[]> {
    return this.steps
      .createQueryBuilder('step')
      .distinctOn(['step.modelId'])
      .where('step.modelId in (:...modelIds)', { modelIds })
      .andWhere(`step.lifecycle = 'FILE'`)
      .orderBy('step.modelId')
      .addOrderBy('step.on', 'DESC')
      .addOrderBy('step.id', 'DESC')
      .getMany();
  }

  childCountsOf(parentIds: readonly string[]): Promise<{ parentId: string; count: number }[]> {
    return this.models
      .createQueryBuilder('model')
      .select('model.parentId', 'parentId')
      .addSelect('count(*)::int', 'count')
      .where('model.parentId in (:...parentIds)', { parentIds })
      .andWhere('model.trashedAt is null and model.mergedIntoId is null')
      .groupBy('model.parentId')
      .getRawMany();
  }
}
