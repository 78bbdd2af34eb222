using System.Runtime.InteropServices;

namespace BitBuddy.Llama.Native;

/// <summary><c>llama_chat_message</c>: two C strings.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ChatTurn
{
    public nint Role;
    public nint Content;
}
