/**
 * What a visitor without a name is called towards the agent. It stands apart from the catalogues
 * because it leaves with the start, before any catalogue is there.
 */
export const VISITOR_WORD = { en: 'Visitor', de: 'Besucher' } as const;
