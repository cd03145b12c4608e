# Completion of tuijin for PowerShell; printed by `tuijin completion powershell`.
# Only ASCII stands here, so that every encoding of a console reads it alike.
Register-ArgumentCompleter -Native -CommandName 'tuijin', 'tuijin.exe' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements |
        Where-Object { $_.Extent.StartOffset -lt $cursorPosition } |
        ForEach-Object {
            if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value }
            else { $_.Extent.Text }
        })
    # The word being typed; an empty one is no element, and could not be handed over.
    $at = if ($wordToComplete -eq '') { $words.Count } else { $words.Count - 1 }
    $program = $words[0]
    # The program writes UTF-8, whatever the code page of the console is.
    $console = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
        $answers = @(& $program '__complete' 'powershell' $at '--' @words 2>$null)
    } finally {
        [Console]::OutputEncoding = $console
    }
    $answers | Select-Object -Skip 1 | ForEach-Object {
        $word, $shown = $_ -split "`t", 2
        [System.Management.Automation.CompletionResult]::new($word, $shown, 'ParameterValue', $shown)
    }
}
