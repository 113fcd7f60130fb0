import Ajv from 'ajv'
import Joi from 'joi'
import mongoose from 'mongoose'
import * as yup from 'yup'

const newsletter = Joi.object({ email: Joi.string().email().required(), weekly: Joi.boolean() })
export const checkNewsletter = (body) => Joi.attempt(body, newsletter)

const profile = yup.object({ nick: yup.string().min(3).required(), age: yup.number().positive() })
export const checkProfile = (body) => profile.validateSync(body)

const ajv = new Ajv()
const isComment = ajv.compile({
  type: 'object',
  required: ['text'],
  properties: { text: { type: 'string' } },
})
export function checkComment(body) {
  if (!isComment(body)) throw new Error(ajv.errorsText(isComment.errors))
}

const Tag = mongoose.model(
  'Tag',
  new mongoose.Schema({ name: { type: String, required: true, maxlength: 4 }, rank: Number }),
)
export const checkTag = (fields) => new Tag(fields).validate()
