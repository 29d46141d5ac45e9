/** Sends one statement and returns its rows: `tx.query` within a command, `db.rows` outside any. Questions that both ask take it as a parameter. */
export type QueryRows = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;
