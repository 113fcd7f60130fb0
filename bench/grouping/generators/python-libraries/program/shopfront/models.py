from sqlalchemy import CheckConstraint, ForeignKey, Integer, String, create_engine, event, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Customer(Base):
    __tablename__ = "customers"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(60), unique=True)


class Order(Base):
    __tablename__ = "orders"
    __table_args__ = (CheckConstraint("quantity > 0", name="positive_quantity"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"))
    quantity: Mapped[int] = mapped_column(Integer)
    customer: Mapped[Customer] = relationship()


class Ghost(Base):
    __tablename__ = "ghosts"
    id: Mapped[int] = mapped_column(primary_key=True)


engine = create_engine("sqlite://")


@event.listens_for(engine, "connect")
def enforce(connection, _):
    connection.execute("PRAGMA foreign_keys = ON")


Base.metadata.create_all(engine, tables=[Customer.__table__, Order.__table__])


class Repository:
    model = None

    def save(self, **values):
        with Session(engine) as session:
            session.add(self.model(**values))
            session.commit()

    def one(self, **values):
        with Session(engine) as session:
            return session.scalars(select(self.model).filter_by(**values)).one()


class Customers(Repository):
    model = Customer


class Orders(Repository):
    model = Order

    def customer_of(self, order):
        return order.customer.email


def ghosts():
    with Session(engine) as session:
        return session.scalars(select(Ghost)).all()
