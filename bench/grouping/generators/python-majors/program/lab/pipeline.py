import asyncio
import contextlib
import functools
import random
import threading
from concurrent.futures import ThreadPoolExecutor


def retrying(times):
    def decorate(fn):
        @functools.wraps(fn)
        def wrapper(*args, **kwargs):
            for attempt in range(times):
                try:
                    return fn(*args, **kwargs)
                except ConnectionError:
                    if attempt == times - 1:
                        raise

        return wrapper

    return decorate


@retrying(3)
def push_to_hospital(order):
    raise ConnectionError(f"hospital gateway refused order {order}")


def push_all(orders):
    for order in orders:
        push_to_hospital(order)


@contextlib.contextmanager
def centrifuge(speed):
    if speed > 15000:
        raise OverflowError(f"{speed} rpm is more than the rotor takes")
    yield speed


def spin(speed):
    with centrifuge(speed) as s:
        return s


async def read_sensor(sensor):
    await asyncio.sleep(0)
    raise TimeoutError(f"sensor {sensor} did not answer in {random.randint(2, 90)}s")


async def read_all(sensors):
    return await asyncio.gather(*(read_sensor(s) for s in sensors))


def in_thread(target, *args):
    thread = threading.Thread(target=target, args=args)
    thread.start()
    thread.join()


def in_pool(fn, *args):
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(fn, *args).result()


def calibrate(curve, depth=0):
    return calibrate(curve, depth + 1) + curve[depth % 2]


class Step:
    def __call__(self, value):
        return self.run(value)

    def run(self, value):
        raise NotImplementedError(f"{type(self).__name__} has no run()")


class Wash(Step):
    pass


class Heat(Step):
    def run(self, value):
        return value.temperature + 5


def run_steps(steps, value):
    for step in steps:
        value = step(value)
    return value


def batches(items):
    for item in items:
        yield item["weight"] * 2
