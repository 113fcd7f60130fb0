import jwt from 'jsonwebtoken'

const secret = 'kept in a drawer'
export const issue = (user, seconds) => jwt.sign({ user }, secret, { expiresIn: seconds })
export const verify = (token) => jwt.verify(token, secret)
export function currentUser(headers) {
  const [, token] = headers.authorization.split(' ')
  return verify(token).user
}
