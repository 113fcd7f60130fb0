import httpx
import requests
from tenacity import retry, stop_after_attempt


def get_json(url):
    response = requests.get(url, timeout=0.3)
    response.raise_for_status()
    return response.json()


def stock(base, sku):
    return get_json(f"{base}/stock/{sku}")


def prices(base, sku):
    return get_json(f"{base}/prices/{sku}?currency=EUR")


@retry(stop=stop_after_attempt(2))
def shipping(base, zip_code):
    return stock(base, zip_code)


@retry(stop=stop_after_attempt(2), reraise=True)
def shipping_plain(base, zip_code):
    return stock(base, zip_code)


def track(base, parcel):
    with httpx.Client(timeout=0.2) as client:
        return client.get(f"{base}/track/{parcel}").raise_for_status().json()
