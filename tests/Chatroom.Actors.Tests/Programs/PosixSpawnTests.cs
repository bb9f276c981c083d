using BotNode.Tests.Programs;

namespace Chatroom.Actors.Tests;

public class PosixSpawnTests
{
    [LinuxTheory]
    [InlineData("exit 0", 0)]
    [InlineData("exit 3", 3)]
    [InlineData("kill -9 $$", 137)]
    public async Task The_exit_code_is_that_of_a_shell(string command, int exitCode)
    {
        using var program = ShellProgram.Start(command);

        Assert.Equal(exitCode, await program.Exited);
    }

    [LinuxFact]
    public void Of_a_process_that_can_not_be_waited_for_no_exit_code_is_known() => Assert.Null(PosixSpawn.Wait(Environment.ProcessId));
}
