using System.Text;
using Spectre.Console;

namespace BitBuddy.App.Screens;

/// <summary>Where answers (out), progress and prompts (err) go, and where questions come from.</summary>
internal sealed class Terminal
{
    // Pipes get whole lines: nothing is wrapped for a screen that is not there.
    private const int PipeWidth = 10_000;

    private readonly Func<TextReader> _input;

    public Terminal(Func<TextReader> input, TextWriter output, TextWriter error, bool inputIsTerminal, bool outputIsTerminal, bool errorIsTerminal)
    {
        (_input, Out, Err) = (input, output, error);
        (InputIsTerminal, OutputIsTerminal, ErrorIsTerminal) = (inputIsTerminal, outputIsTerminal, errorIsTerminal);
        Screen = ScreenOn(output, outputIsTerminal);
    }

    /// <summary>Opened on first use: at a terminal it changes how the terminal reads.</summary>
    public TextReader Input => field ??= _input();

    public TextWriter Out { get; }
    public TextWriter Err { get; }
    public bool InputIsTerminal { get; }
    public bool OutputIsTerminal { get; }
    public bool ErrorIsTerminal { get; }

    /// <summary>Draws on <see cref="Out"/>; plain text without escapes when that is no terminal or NO_COLOR is set.</summary>
    public IAnsiConsole Screen { get; }

    /// <summary>The terminal of this process; UTF-8 without a byte order mark whatever the locale says.</summary>
    public static Terminal OfProcess() => new(
        // Signals write to the error stream, too, from a thread of their own.
        () => Console.In, Utf8(Console.OpenStandardOutput()), TextWriter.Synchronized(Utf8(Console.OpenStandardError())),
        !Console.IsInputRedirected, !Console.IsOutputRedirected, !Console.IsErrorRedirected);

    /// <summary>One line of answer.</summary>
    public void Say(string line) => Out.WriteLine(Display.Line(line));

    /// <summary>One line of progress or trouble.</summary>
    public void Note(string line) => Err.WriteLine(Display.Line(line));

    private static StreamWriter Utf8(Stream stream) => new(stream, new UTF8Encoding(false)) { AutoFlush = true };

    private static IAnsiConsole ScreenOn(TextWriter output, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        if (!isTerminal)
            console.Profile.Width = PipeWidth;
        return console;
    }
}
