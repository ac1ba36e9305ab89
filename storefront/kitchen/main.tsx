import '../ui/tokens.css'
import { openFace } from '../ui/open-face'
import { KitchenFrame } from './frame'

void openFace('kitchen', <KitchenFrame />)
