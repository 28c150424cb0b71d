import "./checker.js";
