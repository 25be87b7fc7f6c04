import '../parts/tokens-tell.css';
import './tell.css';
import './signifiers/surface.css';
