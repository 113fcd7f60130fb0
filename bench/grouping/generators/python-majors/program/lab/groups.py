import asyncio


async def cool(unit):
    raise RuntimeError(f"cooling unit {unit} is off")


async def vent(unit):
    raise ValueError(f"vent {unit} stuck at {unit * 7} degrees")


async def start(*jobs):
    async with asyncio.TaskGroup() as group:
        for job in jobs:
            group.create_task(job)


def validate_form(form):
    errors = []
    if not form.get("patient"):
        errors.append(ValueError("patient is required"))
    if not form.get("doctor"):
        errors.append(ValueError("doctor is required"))
    if errors:
        raise ExceptionGroup("form is invalid", errors)


def nested(unit):
    try:
        asyncio.run(start(cool(unit)))
    except* RuntimeError as group:
        raise ExceptionGroup("night shift could not start", [group])
