from flask import Flask, abort, request

from . import forms, models, outside

app = Flask("shopfront")


@app.get("/orders/<int:number>")
def order(number):
    return str(models.Orders().one(id=number).quantity)


@app.get("/customers/<email>")
def customer(email):
    return str(models.Customers().one(email=email).id)


@app.post("/checkout")
def pay():
    return forms.checkout(request.get_json()).model_dump_json()


@app.get("/basket")
def basket():
    return str(int(request.args["items"]))


@app.get("/teapot")
def teapot():
    abort(500, description="kettle is empty")


@app.get("/cart/total")
def total():
    return str(sum(line["price"] for line in [{"sku": 1}]))
