namespace BitBuddy.Brains;

/// <summary>Why a file is no usable GGUF: the end of a sentence that begins with the file's name.</summary>
internal sealed class GgufException(string message) : Exception(message);
