import '../ui/tokens.css'
import { openFace } from '../ui/open-face'
import { TillFrame } from './frame'

void openFace('till', <TillFrame />)
