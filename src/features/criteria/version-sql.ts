/** Versions `$1` with their set and everything they say, the tree as one list. */
export const SAID_VERSIONS = `
    select v.id, v.set_id, s.issuer_id, s.version as set_version, s.name, s.graded, s.illustrative, s.note, v.number, v.state, v.version,
            v.act_number, v.act_date, v.act_issuer, v.valid_from, v.valid_to, v.scored_from, v.subject_kinds, c.code as sector_code, v.level,
            v.applies_to, v.incompleteness, v.source, v.scoring, trim_scale(v.maximum)::text as maximum, v.places, v.rounding, v.rules,
            coalesce((select json_agg(json_build_object('code', n.code, 'parentCode', p.code, 'kind', n.kind, 'text', n.text,
                                                        'maximum', trim_scale(n.maximum)::text, 'note', n.note, 'levels', n.levels) order by n.place)
                        from criterion n left join criterion p on p.id = n.parent_id where n.version_id = v.id), '[]') as criteria
       from criteria_set_version v join criteria_set s on s.id = v.set_id left join sector c on c.id = v.sector_id
      where v.id = any($1::uuid[])`;

/** The published versions of the set `$1` that are not superseded. */
export const VERSIONS_IN_FORCE = `
    select v.id, v.number, v.applicability, v.subject_kinds as "subjectKinds", c.code as "sectorCode", v.level, v.applies_to as "appliesTo",
            lower(v.validity) as "from"
       from criteria_set_version v left join sector c on c.id = v.sector_id where v.set_id = $1 and v.state = 'PUBLISHED' order by v.number`;
