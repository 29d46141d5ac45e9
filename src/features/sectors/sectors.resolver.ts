import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, AllowEverywhere } from '../../platform/access/allow.js';
import { RestoreVersionInput } from '../../platform/audit/object-history.graphql.js';
import type { Page } from '../../platform/graphql/connection.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { LikelyDuplicates } from '../../platform/views/likely-duplicates.js';
import { ShowsPage, declared } from '../../platform/views/shows.js';
import {
  AddSectorInput,
  AddThemeInput,
  EndSectorInput,
  CorrectThemeInput,
  Sector,
  SectorConnection,
  SectorPayload,
  SectorsArgs,
  Theme,
  ThemeConnection,
  ThemePayload,
  ThemesArgs,
} from './sector.graphql.js';
import { sectorLikeness, themeLikeness } from './sector-likeness-sql.js';
import { sectorView, themeView } from './sector.view.js';
import { SectorsService } from './sectors.service.js';

@Resolver(() => Sector)
export class SectorsResolver {
  constructor(
    private readonly service: SectorsService,
    private readonly duplicates: LikelyDuplicates,
  ) {}

  @Query(() => SectorConnection, { description: 'Sectors in force on a day, in their usual order (danh sách lĩnh vực).' })
  @Allow('registry.read')
  @ShowsPage(sectorView)
  sectors(@Args() _args: SectorsArgs): Page<Sector> {
    return declared();
  }

  @Query(() => ThemeConnection, { description: 'Themes, by name (danh sách chuyên đề).' })
  @Allow('registry.read')
  @ShowsPage(themeView)
  themes(@Args() _args: ThemesArgs): Page<Theme> {
    return declared();
  }

  @Mutation(() => SectorPayload, { description: 'Adds a sector (thêm lĩnh vực).' })
  @AllowEverywhere('sector.edit')
  addSector(
    @Args('input', { type: () => AddSectorInput }) input: AddSectorInput,
    @Context() context: RequestContext,
  ): Promise<SectorPayload> {
    return mutate(
      context,
      AddSectorInput,
      input,
      async () => {
        const comparesWith = (input.comparesWithIds ?? []).map((id, i) => idOf('Sector', id, 'comparesWithIds', i));
        const { code, name, basis, validFrom = null } = input;
        return { sector: await this.service.addSector(context.signedIn, { code, name, basis, validFrom, comparesWith }) };
      },
      async ({ sector }) => this.duplicates.warningsAbout(context.signedIn, sectorLikeness, sector!),
    );
  }

  @Mutation(() => SectorPayload, { description: 'Sets the last day of a sector (kết thúc lĩnh vực).' })
  @AllowEverywhere('sector.edit')
  endSector(
    @Args('input', { type: () => EndSectorInput }) input: EndSectorInput,
    @Context() context: RequestContext,
  ): Promise<SectorPayload> {
    return mutate(context, EndSectorInput, input, async () => ({
      sector: await this.service.endSector(context.signedIn, { ...input, id: idOf('Sector', input.id, 'id') }),
    }));
  }

  @Mutation(() => ThemePayload, { description: 'Adds a theme (thêm chuyên đề).' })
  @Allow('theme.edit')
  addTheme(@Args('input', { type: () => AddThemeInput }) input: AddThemeInput, @Context() context: RequestContext): Promise<ThemePayload> {
    return mutate(
      context,
      AddThemeInput,
      input,
      async () => ({ theme: await this.service.addTheme(context.signedIn, input.name) }),
      async ({ theme }) => this.duplicates.warningsAbout(context.signedIn, themeLikeness, theme!),
    );
  }

  @Mutation(() => ThemePayload, {
    description: 'Corrects the name of a theme (đính chính tên chuyên đề). A theme with another meaning is another theme.',
  })
  @Allow('theme.edit')
  correctTheme(
    @Args('input', { type: () => CorrectThemeInput }) input: CorrectThemeInput,
    @Context() context: RequestContext,
  ): Promise<ThemePayload> {
    return mutate(
      context,
      CorrectThemeInput,
      input,
      async () => ({
        theme: await this.service.correctTheme(context.signedIn, { ...input, id: idOf('Theme', input.id, 'id') }),
      }),
      async ({ theme }) => this.duplicates.warningsAbout(context.signedIn, themeLikeness, theme!),
    );
  }

  @Mutation(() => ThemePayload, {
    description: 'Gives a theme the name it had after an earlier change, as a new change (khôi phục tên cũ của chuyên đề).',
  })
  @Allow('theme.edit')
  restoreThemeVersion(
    @Args('input', { type: () => RestoreVersionInput }) input: RestoreVersionInput,
    @Context() context: RequestContext,
  ): Promise<ThemePayload> {
    return mutate(context, RestoreVersionInput, input, async () => {
      const changeId = idOf('AuditEntry', input.changeId, 'changeId');
      const seen = { ...input, id: idOf('Theme', input.id, 'id'), changeId };
      return { theme: await this.service.restoreTheme(context.signedIn, seen) };
    });
  }
}
