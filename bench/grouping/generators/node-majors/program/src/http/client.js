const axios = require('axios')

const api = (baseURL) => axios.create({ baseURL, timeout: 150 })

async function get(base, url) {
  const { data } = await api(base).get(url)
  return data
}

module.exports = {
  fetchInsurance: (base, patientId) => get(base, `/insurance/${patientId}`),
  fetchLabResult: (base, sample) => get(base, `/lab/${sample}`),
  async postInvoice(base, invoice) {
    const res = await api(base).post('/invoices', invoice)
    return res.data
  },
  async nativeStatus(base, path) {
    const response = await fetch(base + path)
    if (!response.ok) throw new Error(`HTTP ${response.status} from ${path}`)
    return response.json()
  },
}
