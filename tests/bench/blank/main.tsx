// The least that a React page can be: what ours is measured against.

import { createRoot } from 'react-dom/client'

const place = document.querySelector('#root')
if (place !== null) createRoot(place).render(<h1>Blank</h1>)
