/**
 * The icons Parley uses, each from its own module: the index of the icon package would cost the
 * bundler thousands of files.
 */
export { AddRegular } from '@fluentui/react-icons/svg/add';
export { AlertUrgentFilled } from '@fluentui/react-icons/svg/alert-urgent';
export { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
export { CalendarLtrRegular as CalendarRegular } from '@fluentui/react-icons/svg/calendar-ltr';
export { CallFilled, CallRegular } from '@fluentui/react-icons/svg/call';
export { CallDismissRegular } from '@fluentui/react-icons/svg/call-dismiss';
export { CallEndFilled } from '@fluentui/react-icons/svg/call-end';
export { CallInboundRegular } from '@fluentui/react-icons/svg/call-inbound';
export { CallMissedRegular } from '@fluentui/react-icons/svg/call-missed';
export { CallOutboundRegular } from '@fluentui/react-icons/svg/call-outbound';
export { ChatRegular } from '@fluentui/react-icons/svg/chat';
export { ChatAddRegular } from '@fluentui/react-icons/svg/chat-add';
export { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
export { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
export { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
export { CircleRegular } from '@fluentui/react-icons/svg/circle';
export { CopyRegular } from '@fluentui/react-icons/svg/copy';
export { DataUsageRegular } from '@fluentui/react-icons/svg/data-usage';
export { DialpadRegular } from '@fluentui/react-icons/svg/dialpad';
export { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
export { DismissCircleFilled } from '@fluentui/react-icons/svg/dismiss-circle';
export { DoorArrowRightRegular } from '@fluentui/react-icons/svg/door-arrow-right';
export { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
export { EyeRegular } from '@fluentui/react-icons/svg/eye';
export { EyeOffRegular } from '@fluentui/react-icons/svg/eye-off';
export { HeadsetRegular } from '@fluentui/react-icons/svg/headset';
export { HistoryRegular } from '@fluentui/react-icons/svg/history';
export { ImportantFilled } from '@fluentui/react-icons/svg/important';
export { InfoRegular } from '@fluentui/react-icons/svg/info';
export { KeyboardRegular } from '@fluentui/react-icons/svg/keyboard';
export { LinkRegular } from '@fluentui/react-icons/svg/link';
export { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
export { MicRegular } from '@fluentui/react-icons/svg/mic';
export { MicOffFilled } from '@fluentui/react-icons/svg/mic-off';
export { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
export { NoteEditRegular } from '@fluentui/react-icons/svg/note-edit';
export { OptionsRegular } from '@fluentui/react-icons/svg/options';
export { PauseRegular } from '@fluentui/react-icons/svg/pause';
export { PeopleRegular } from '@fluentui/react-icons/svg/people';
export { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team';
export { PersonAddRegular } from '@fluentui/react-icons/svg/person-add';
export { PersonDeleteRegular } from '@fluentui/react-icons/svg/person-delete';
export { PersonVoiceFilled } from '@fluentui/react-icons/svg/person-voice';
export { PhoneDesktopRegular } from '@fluentui/react-icons/svg/phone-desktop';
export { PlayRegular } from '@fluentui/react-icons/svg/play';
export { PlugConnectedRegular } from '@fluentui/react-icons/svg/plug-connected';
export { PresenterRegular } from '@fluentui/react-icons/svg/presenter';
export { SearchRegular } from '@fluentui/react-icons/svg/search';
export { SendRegular } from '@fluentui/react-icons/svg/send';
export { SettingsRegular } from '@fluentui/react-icons/svg/settings';
export { ShareScreenStartRegular } from '@fluentui/react-icons/svg/share-screen-start';
export { SignOutRegular } from '@fluentui/react-icons/svg/sign-out';
export { StarFilled, StarRegular } from '@fluentui/react-icons/svg/star';
export { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
export { VideoFilled, VideoRegular } from '@fluentui/react-icons/svg/video';
export { VideoAddRegular } from '@fluentui/react-icons/svg/video-add';
export {
  VideoOffFilled,
  VideoOffRegular,
} from '@fluentui/react-icons/svg/video-off';
export { WarningFilled, WarningRegular } from '@fluentui/react-icons/svg/warning';
