import type { OnModuleInit } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { Database } from '../../platform/database/database.js';
import type { Page } from '../../platform/graphql/connection.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { Nodes, idOf } from '../../platform/graphql/node.js';
import {
  AddSectorInput,
  AddThemeInput,
  EndSectorInput,
  RenameThemeInput,
  Sector,
  SectorConnection,
  SectorPayload,
  SectorsArgs,
  Theme,
  ThemeConnection,
  ThemePayload,
  ThemesArgs,
} from './sector.graphql.js';
import { SectorsReader } from './sectors.reader.js';
import { SectorsService } from './sectors.service.js';

@Resolver(() => Sector)
export class SectorsResolver implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly reader: SectorsReader,
    private readonly service: SectorsService,
    private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Sector', this.reader.sectorsById);
    this.nodes.register('Theme', this.reader.themesById);
  }

  @Query(() => SectorConnection, { description: 'Sectors in force on a day, in their usual order (lĩnh vực).' })
  @Allow('registry.read')
  sectors(@Args() args: SectorsArgs): Promise<Page<Sector>> {
    return this.reader.sectors(args.asOf ?? this.db.today(), args);
  }

  @Query(() => ThemeConnection, { description: 'Themes by name (chuyên đề).' })
  @Allow('registry.read')
  themes(@Args() args: ThemesArgs): Promise<Page<Theme>> {
    return this.reader.themes(args.text, args);
  }

  @Mutation(() => SectorPayload, { description: 'Thêm lĩnh vực.' })
  @Allow('sector.edit')
  addSector(
    @Args('input', { type: () => AddSectorInput }) input: AddSectorInput,
    @Context() context: RequestContext,
  ): Promise<SectorPayload> {
    return mutate(context, AddSectorInput, input, async () => {
      const comparesWith = (input.comparesWithIds ?? []).map((id, i) => idOf('Sector', id, 'comparesWithIds', i));
      const { code, name, basis, validFrom = null } = input;
      return this.sectorPayload(await this.service.addSector(context.signedIn, { code, name, basis, validFrom, comparesWith }));
    });
  }

  @Mutation(() => SectorPayload, { description: 'Kết thúc một lĩnh vực.' })
  @Allow('sector.edit')
  endSector(
    @Args('input', { type: () => EndSectorInput }) input: EndSectorInput,
    @Context() context: RequestContext,
  ): Promise<SectorPayload> {
    return mutate(context, EndSectorInput, input, async () =>
      this.sectorPayload(await this.service.endSector(context.signedIn, { ...input, id: idOf('Sector', input.id, 'id') })),
    );
  }

  @Mutation(() => ThemePayload, { description: 'Thêm chuyên đề.' })
  @Allow('theme.edit')
  addTheme(@Args('input', { type: () => AddThemeInput }) input: AddThemeInput, @Context() context: RequestContext): Promise<ThemePayload> {
    return mutate(context, AddThemeInput, input, async () => this.themePayload(await this.service.addTheme(context.signedIn, input.name)));
  }

  @Mutation(() => ThemePayload, { description: 'Đổi tên chuyên đề.' })
  @Allow('theme.edit')
  renameTheme(
    @Args('input', { type: () => RenameThemeInput }) input: RenameThemeInput,
    @Context() context: RequestContext,
  ): Promise<ThemePayload> {
    return mutate(context, RenameThemeInput, input, async () =>
      this.themePayload(await this.service.renameTheme(context.signedIn, { ...input, id: idOf('Theme', input.id, 'id') })),
    );
  }

  @ResolveField(() => [Sector], { description: 'The sectors it is compared with, when it merges or refines them (đối chiếu).' })
  comparesWith(@Parent() sector: Sector, @Context() context: RequestContext): Promise<Sector[]> {
    return context.batch(this.reader.comparisons, sector.rowId);
  }

  private async sectorPayload(id: string): Promise<{ sector: Sector | null }> {
    return { sector: (await this.reader.sectorsById([id]))[0] ?? null };
  }

  private async themePayload(id: string): Promise<{ theme: Theme | null }> {
    return { theme: (await this.reader.themesById([id]))[0] ?? null };
  }
}
