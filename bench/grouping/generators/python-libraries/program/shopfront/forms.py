from datetime import date

from jinja2 import Environment, StrictUndefined
from marshmallow import Schema, fields, validate
from pydantic import BaseModel, Field, field_validator


class Address(BaseModel):
    street: str
    zip: str = Field(pattern=r"^\d{5}$")


class Checkout(BaseModel):
    address: Address
    on: date

    @field_validator("on")
    @classmethod
    def not_on_sunday(cls, value):
        if value.weekday() == 6:
            raise ValueError("we do not deliver on Sundays")
        return value


class Voucher(Schema):
    code = fields.Str(required=True, validate=validate.Length(equal=6))


env = Environment(undefined=StrictUndefined)
receipt = env.from_string("Dear {{ customer.name }},\n{% for line in lines %}{{ line.price / line.count }}{% endfor %}")


def checkout(body):
    return Checkout.model_validate(body)


def voucher(body):
    return Voucher().load(body)


def render(**values):
    return receipt.render(**values)
