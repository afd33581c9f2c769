/** Fields whose values nobody needs to see: passwords, and what is a guest's own. */
const hidden = [
  'cardPassword',
  'oldPassword',
  'newPassword',
  'mobile',
  'idCard',
  'idcard',
  'cardUserName',
  'address',
  'email',
  'birthdate',
]
const mask = '***'
/** Also inside JSON that is itself a string, where every quote has a backslash. */
const fields = new RegExp(`(\\\\?"(?:${hidden.join('|')})\\\\?"\\s*:\\s*\\\\?")(?:[^"\\\\]|\\\\[^"])*`, 'g')

/** A function that masks in a text these secrets, wherever they stand, and the values of private JSON fields. */
export function maskedIn(secrets: readonly (string | undefined)[]): (text: string) => string {
  const known = secrets.flatMap(secret => (secret === undefined || secret === '' ? [] : [secret]))
  return text =>
    known.reduce((masked, secret) => masked.replaceAll(secret, mask), text.replace(fields, `$1${mask}`))
}
