export default function Weather() {
  return <p>weather</p>
}
