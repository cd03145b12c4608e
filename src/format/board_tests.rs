use super::*;

#[test]
fn the_script_and_the_style_cannot_end_their_own_element() {
    for text in [SCRIPT, BOARD_STYLE, STYLE, PORTRAIT] {
        assert!(!text.contains("</") && !text.contains("<!--"));
    }
}
