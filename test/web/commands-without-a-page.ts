export interface Reason {
  readonly mutations?: readonly string[];
  readonly queries?: readonly string[];
}

/** What the API offers and no page of the client asks for, by the reason. */
export const NO_PAGE: Readonly<Record<string, Reason>> = {
  'criteria sets are written in the second half of the client': {
    mutations: [
      'draftCriteriaSet',
      'correctCriteriaSet',
      'copyCriteriaSetVersion',
      'editCriteriaSetVersion',
      'importCriteriaSet',
      'publishCriteriaSetVersion',
      'removeCriteriaSetVersion',
    ],
    queries: ['criteriaSet', 'criteriaSetComparison', 'criteriaSetTrial', 'appraisalStudy', 'appraisalAdvice'],
  },
  'official documents are drafted, approved and issued in the second half of the client': {
    mutations: [
      'draftDecision',
      'draftCommendations',
      'approveDecision',
      'issueDecision',
      'amendDecision',
      'revokeDecision',
      'takeBackDecisionRevocation',
    ],
    queries: ['decisionPreview'],
  },
  'dictionaries and rules are kept in the second half of the client': {
    mutations: [
      'addSector',
      'endSector',
      'addTheme',
      'correctTheme',
      'mergeTheme',
      'removeTheme',
      'restoreThemeVersion',
      'setCalendarYear',
      'recordMoneyRule',
      'replaceMoneyRule',
      'confirmMoneyRule',
      'removeMoneyRule',
      'defineIndicator',
      'correctIndicator',
      'redefineIndicator',
      'removeIndicator',
      'defineIdentity',
      'correctIdentity',
      'removeIdentity',
    ],
    queries: ['calendarYear', 'workingDays', 'moneyRules', 'commendationForms', 'identities'],
  },
  'protected data of people come with the second half of the client': {
    mutations: ['keepPersonalData', 'revealPersonalData', 'gatherPersonalData', 'erasePersonalData'],
  },
  'programs only: they follow the registry, or resolve ids': {
    queries: ['changes', 'nodes', 'auditVerification'],
  },
  'single sign-on: an identity is linked when its owner first signs in; by hand with the API': {
    mutations: ['linkOutsideIdentity', 'unlinkOutsideIdentities'],
  },
  'a page shows the same from another question': {
    queries: [
      'registration', // models, with their registrations
      'replications', // model
      'unitEvent', // unitEvents
      'figureTotal', // statistics
      'modelFacets', // statistics
    ],
  },
};
