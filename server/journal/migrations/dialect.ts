/** The databases that a journal can stand in. */
export type Dialect = 'sqlite' | 'postgres'

/** A key that counts by itself. */
export const runningNumber: Readonly<Record<Dialect, string>> = {
  sqlite: 'integer PRIMARY KEY',
  postgres: 'bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY',
}

/** What the database itself refuses, said once for both. */
export interface Rule {
  name: string
  /** "UPDATE OF decision ON orders" */
  before: string
  /** A condition on OLD and NEW; may ask other tables. */
  refuseWhen: string
  why: string
}

/** The statements that make a rule hold no longer. */
export function dropTrigger(dialect: Dialect, { name, on }: { name: string; on: string }): string[] {
  return dialect === 'sqlite'
    ? [`DROP TRIGGER ${name}`]
    : [`DROP TRIGGER ${name} ON ${on}`, `DROP FUNCTION ${name}()`]
}

/** The statements that make the rule hold. */
export function trigger(dialect: Dialect, { name, before, refuseWhen, why }: Rule): string[] {
  if (dialect === 'sqlite')
    return [
      `CREATE TRIGGER ${name} BEFORE ${before} FOR EACH ROW WHEN ${refuseWhen}
       BEGIN SELECT RAISE(ABORT, '${why}'); END`,
    ]
  // PostgreSQL asks no other table in a trigger's WHEN, so the condition stands in its function.
  const row = before.startsWith('DELETE') ? 'OLD' : 'NEW'
  return [
    `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF ${refuseWhen} THEN RAISE EXCEPTION '${why}' USING ERRCODE = 'integrity_constraint_violation'; END IF;
       RETURN ${row};
     END $$`,
    `CREATE TRIGGER ${name} BEFORE ${before} FOR EACH ROW EXECUTE FUNCTION ${name}()`,
  ]
}
