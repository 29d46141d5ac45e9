/** Questions as text: a file of a list is written by the server, which reads them as they are sent. */
export const MODELS_FILE = `query ($asOf: LocalDate, $filter: ModelFilter, $orderBy: ModelOrder!) {
  models(asOf: $asOf, filter: $filter, orderBy: $orderBy) {
    nodes {
      code
      title
      unit { fullName path }
      subjectKind
      state
      running
      sector { name }
      round { name }
      attestedOn
      starts
      endsOn
      place
    }
  }
}`;
