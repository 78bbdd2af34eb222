using System.Runtime.InteropServices;

namespace BitBuddy.Files;

/// <summary>What a search reads of one file, as it is packed in a <see cref="FileBlock"/>; folder 0 where there is no file.</summary>
/// <param name="Kind">A <see cref="FileKind"/>.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct FileFacts(long ModifiedNs, long Bytes, long Uid, int Folder, byte Kind);
