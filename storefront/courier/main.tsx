import '../ui/tokens.css'
import { openFace } from '../ui/open-face'
import { CourierFrame } from './frame'

void openFace('courier', <CourierFrame />)
