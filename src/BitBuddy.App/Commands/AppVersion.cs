using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using BitBuddy.Llama;

namespace BitBuddy.App.Commands;

/// <summary><c>--version</c>: ours and llama.cpp's.</summary>
internal static class AppVersion
{
    /// <summary>Ours alone.</summary>
    public static string Number { get; } =
        typeof(AppVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";

    public static string Text { get; } = $"bitbuddy {Number} (llama.cpp {LlamaEngine.Version})";

    public static void Replace(RootCommand root, Session session)
    {
        foreach (var option in root.Options.OfType<VersionOption>())
            option.Action = new Print(session);
    }

    private sealed class Print(Session session) : SynchronousCommandLineAction
    {
        public override bool Terminating => true;

        public override int Invoke(ParseResult parseResult)
        {
            session.Terminal.Say(Text);
            return (int)ExitCode.Ok;
        }
    }
}
