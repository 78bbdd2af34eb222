using System.CommandLine;

namespace BitBuddy.App.Commands;

/// <summary><c>completions SHELL</c>: a script with which a shell completes our verbs and options. It asks this program, so it never grows old.</summary>
internal static class CompletionsCommand
{
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            # For ~/.bashrc: eval "$(bitbuddy completions bash)"
            _bitbuddy() {
                local one
                COMPREPLY=()
                while IFS= read -r one; do
                    COMPREPLY+=("$one")
                done < <("${1/#\~/$HOME}" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
            }
            complete -o default -F _bitbuddy bitbuddy
            """,
        ["zsh"] = """
            # For ~/.zshrc, after compinit: eval "$(bitbuddy completions zsh)"
            _bitbuddy() {
                local line="${(j: :)words[1,CURRENT]}"
                local -a found=(${(f)"$("$words[1]" "[suggest:$#line]" "$line" 2>/dev/null)"})
                if (( $#found )); then compadd -a found; else _files; fi
            }
            compdef _bitbuddy bitbuddy
            """,
        ["fish"] = """
            # For ~/.config/fish/config.fish: bitbuddy completions fish | source
            function __bitbuddy
                set -l line (commandline -cp)
                bitbuddy "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
            end
            complete -c bitbuddy -a '(__bitbuddy)'
            """,
        ["pwsh"] = """
            # For $PROFILE: bitbuddy completions pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName bitbuddy -ScriptBlock {
                param($word, $line, $position)
                $at = $position - $line.Extent.StartOffset
                bitbuddy "[suggest:$at]" $line.ToString().PadRight($at) |
                    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }
            """,
    };

    public static Command Create(Session session)
    {
        var shell = new Argument<string>("shell") { Description = string.Join(", ", Scripts.Keys) + "." };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command("completions", "Print a script with which your shell completes verbs and options; its first line says where it belongs.") { shell };
        command.SetAction(parse => session.Terminal.Out.WriteLine(Scripts[parse.GetRequiredValue(shell)].ReplaceLineEndings("\n")));
        return command;
    }
}
