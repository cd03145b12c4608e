# Completion of tuijin for bash 4.4 or later; printed by `tuijin completion bash`.
_tuijin() {
    local program=$1 answer
    local -a answers=()
    type -P -- "$program" >/dev/null || program=tuijin
    mapfile -t answers < <("$program" __complete bash "$COMP_CWORD" -- "${COMP_WORDS[@]}" 2>/dev/null)
    COMPREPLY=()
    if [[ ${answers[0]-} == files ]]; then
        compopt -o default -o filenames 2>/dev/null
        return
    fi
    compopt -o nosort 2>/dev/null
    # What is said of a word helps to choose; a word that is put in stands alone.
    if ((${#answers[@]} == 2)) || [[ ${COMP_TYPE-} == 37 || ${COMP_TYPE-} == 42 ]]; then
        for answer in "${answers[@]:1}"; do COMPREPLY+=("${answer%%$'\t'*}"); done
    else
        for answer in "${answers[@]:1}"; do COMPREPLY+=("${answer#*$'\t'}"); done
    fi
}
complete -F _tuijin tuijin
