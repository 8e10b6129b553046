import type { IconNode } from '@tabler/icons-react';
import { __iconNode as IconAdjustmentsHorizontal } from '@tabler/icons-react/dist/esm/icons/IconAdjustmentsHorizontal.mjs';
import { __iconNode as IconAlertCircle } from '@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs';
import { __iconNode as IconAlertTriangle } from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { __iconNode as IconAlignLeft } from '@tabler/icons-react/dist/esm/icons/IconAlignLeft.mjs';
import { __iconNode as IconArchive } from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs';
import { __iconNode as IconArrowBackUp } from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import { __iconNode as IconArrowDown } from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import { __iconNode as IconArrowLeft } from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import { __iconNode as IconArrowMerge } from '@tabler/icons-react/dist/esm/icons/IconArrowMerge.mjs';
import { __iconNode as IconArrowRight } from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs';
import { __iconNode as IconArrowUp } from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import { __iconNode as IconArrowsDiagonal } from '@tabler/icons-react/dist/esm/icons/IconArrowsDiagonal.mjs';
import { __iconNode as IconArrowsExchange } from '@tabler/icons-react/dist/esm/icons/IconArrowsExchange.mjs';
import { __iconNode as IconArrowsMove } from '@tabler/icons-react/dist/esm/icons/IconArrowsMove.mjs';
import { __iconNode as IconArrowsRight } from '@tabler/icons-react/dist/esm/icons/IconArrowsRight.mjs';
import { __iconNode as IconArrowsSort } from '@tabler/icons-react/dist/esm/icons/IconArrowsSort.mjs';
import { __iconNode as IconAt } from '@tabler/icons-react/dist/esm/icons/IconAt.mjs';
import { __iconNode as IconBaselineDensityMedium } from '@tabler/icons-react/dist/esm/icons/IconBaselineDensityMedium.mjs';
import { __iconNode as IconBaselineDensitySmall } from '@tabler/icons-react/dist/esm/icons/IconBaselineDensitySmall.mjs';
import { __iconNode as IconBell } from '@tabler/icons-react/dist/esm/icons/IconBell.mjs';
import { __iconNode as IconBold } from '@tabler/icons-react/dist/esm/icons/IconBold.mjs';
import { __iconNode as IconBook } from '@tabler/icons-react/dist/esm/icons/IconBook.mjs';
import { __iconNode as IconBookmark } from '@tabler/icons-react/dist/esm/icons/IconBookmark.mjs';
import { __iconNode as IconBox } from '@tabler/icons-react/dist/esm/icons/IconBox.mjs';
import { __iconNode as IconBriefcase } from '@tabler/icons-react/dist/esm/icons/IconBriefcase.mjs';
import { __iconNode as IconBuilding } from '@tabler/icons-react/dist/esm/icons/IconBuilding.mjs';
import { __iconNode as IconBuildingBank } from '@tabler/icons-react/dist/esm/icons/IconBuildingBank.mjs';
import { __iconNode as IconBuildingSkyscraper } from '@tabler/icons-react/dist/esm/icons/IconBuildingSkyscraper.mjs';
import { __iconNode as IconBuildingStore } from '@tabler/icons-react/dist/esm/icons/IconBuildingStore.mjs';
import { __iconNode as IconCalendar } from '@tabler/icons-react/dist/esm/icons/IconCalendar.mjs';
import { __iconNode as IconCalendarEvent } from '@tabler/icons-react/dist/esm/icons/IconCalendarEvent.mjs';
import { __iconNode as IconCalendarPlus } from '@tabler/icons-react/dist/esm/icons/IconCalendarPlus.mjs';
import { __iconNode as IconCamera } from '@tabler/icons-react/dist/esm/icons/IconCamera.mjs';
import { __iconNode as IconCar } from '@tabler/icons-react/dist/esm/icons/IconCar.mjs';
import { __iconNode as IconCash } from '@tabler/icons-react/dist/esm/icons/IconCash.mjs';
import { __iconNode as IconCategory } from '@tabler/icons-react/dist/esm/icons/IconCategory.mjs';
import { __iconNode as IconChartBar } from '@tabler/icons-react/dist/esm/icons/IconChartBar.mjs';
import { __iconNode as IconCheck } from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { __iconNode as IconCheckbox } from '@tabler/icons-react/dist/esm/icons/IconCheckbox.mjs';
import { __iconNode as IconChevronDown } from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import { __iconNode as IconChevronLeft } from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import { __iconNode as IconChevronRight } from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { __iconNode as IconChevronUp } from '@tabler/icons-react/dist/esm/icons/IconChevronUp.mjs';
import { __iconNode as IconCircleCheck } from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { __iconNode as IconCircleX } from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import { __iconNode as IconClipboard } from '@tabler/icons-react/dist/esm/icons/IconClipboard.mjs';
import { __iconNode as IconClock } from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import { __iconNode as IconCoin } from '@tabler/icons-react/dist/esm/icons/IconCoin.mjs';
import { __iconNode as IconCoins } from '@tabler/icons-react/dist/esm/icons/IconCoins.mjs';
import { __iconNode as IconColumns3 } from '@tabler/icons-react/dist/esm/icons/IconColumns3.mjs';
import { __iconNode as IconComponents } from '@tabler/icons-react/dist/esm/icons/IconComponents.mjs';
import { __iconNode as IconContract } from '@tabler/icons-react/dist/esm/icons/IconContract.mjs';
import { __iconNode as IconCopy } from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import { __iconNode as IconCreditCard } from '@tabler/icons-react/dist/esm/icons/IconCreditCard.mjs';
import { __iconNode as IconCurrencyEuro } from '@tabler/icons-react/dist/esm/icons/IconCurrencyEuro.mjs';
import { __iconNode as IconDatabase } from '@tabler/icons-react/dist/esm/icons/IconDatabase.mjs';
import { __iconNode as IconDeviceDesktop } from '@tabler/icons-react/dist/esm/icons/IconDeviceDesktop.mjs';
import { __iconNode as IconDots } from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import { __iconNode as IconDownload } from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { __iconNode as IconExchange } from '@tabler/icons-react/dist/esm/icons/IconExchange.mjs';
import { __iconNode as IconExternalLink } from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import { __iconNode as IconEye } from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import { __iconNode as IconEyeOff } from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs';
import { __iconNode as IconFileInvoice } from '@tabler/icons-react/dist/esm/icons/IconFileInvoice.mjs';
import { __iconNode as IconFileText } from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
import { __iconNode as IconFilter } from '@tabler/icons-react/dist/esm/icons/IconFilter.mjs';
import { __iconNode as IconFlag } from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import { __iconNode as IconFocusCentered } from '@tabler/icons-react/dist/esm/icons/IconFocusCentered.mjs';
import { __iconNode as IconFolder } from '@tabler/icons-react/dist/esm/icons/IconFolder.mjs';
import { __iconNode as IconForms } from '@tabler/icons-react/dist/esm/icons/IconForms.mjs';
import { __iconNode as IconGauge } from '@tabler/icons-react/dist/esm/icons/IconGauge.mjs';
import { __iconNode as IconGitCommit } from '@tabler/icons-react/dist/esm/icons/IconGitCommit.mjs';
import { __iconNode as IconGripVertical } from '@tabler/icons-react/dist/esm/icons/IconGripVertical.mjs';
import { __iconNode as IconHash } from '@tabler/icons-react/dist/esm/icons/IconHash.mjs';
import { __iconNode as IconHelp } from '@tabler/icons-react/dist/esm/icons/IconHelp.mjs';
import { __iconNode as IconHistory } from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
import { __iconNode as IconHome } from '@tabler/icons-react/dist/esm/icons/IconHome.mjs';
import { __iconNode as IconHourglass } from '@tabler/icons-react/dist/esm/icons/IconHourglass.mjs';
import { __iconNode as IconId } from '@tabler/icons-react/dist/esm/icons/IconId.mjs';
import { __iconNode as IconInbox } from '@tabler/icons-react/dist/esm/icons/IconInbox.mjs';
import { __iconNode as IconInfoCircle } from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import { __iconNode as IconKey } from '@tabler/icons-react/dist/esm/icons/IconKey.mjs';
import { __iconNode as IconKeyboard } from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs';
import { __iconNode as IconLanguage } from '@tabler/icons-react/dist/esm/icons/IconLanguage.mjs';
import { __iconNode as IconLayoutGrid } from '@tabler/icons-react/dist/esm/icons/IconLayoutGrid.mjs';
import { __iconNode as IconLayoutKanban } from '@tabler/icons-react/dist/esm/icons/IconLayoutKanban.mjs';
import { __iconNode as IconLayoutList } from '@tabler/icons-react/dist/esm/icons/IconLayoutList.mjs';
import { __iconNode as IconLayoutSidebarLeftCollapse } from '@tabler/icons-react/dist/esm/icons/IconLayoutSidebarLeftCollapse.mjs';
import { __iconNode as IconLayoutSidebarLeftExpand } from '@tabler/icons-react/dist/esm/icons/IconLayoutSidebarLeftExpand.mjs';
import { __iconNode as IconLayoutSidebarRight } from '@tabler/icons-react/dist/esm/icons/IconLayoutSidebarRight.mjs';
import { __iconNode as IconLifebuoy } from '@tabler/icons-react/dist/esm/icons/IconLifebuoy.mjs';
import { __iconNode as IconLink } from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import { __iconNode as IconList } from '@tabler/icons-react/dist/esm/icons/IconList.mjs';
import { __iconNode as IconListCheck } from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs';
import { __iconNode as IconListDetails } from '@tabler/icons-react/dist/esm/icons/IconListDetails.mjs';
import { __iconNode as IconLoader2 } from '@tabler/icons-react/dist/esm/icons/IconLoader2.mjs';
import { __iconNode as IconLock } from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import { __iconNode as IconLockOpen } from '@tabler/icons-react/dist/esm/icons/IconLockOpen.mjs';
import { __iconNode as IconLogout } from '@tabler/icons-react/dist/esm/icons/IconLogout.mjs';
import { __iconNode as IconMail } from '@tabler/icons-react/dist/esm/icons/IconMail.mjs';
import { __iconNode as IconMap2 } from '@tabler/icons-react/dist/esm/icons/IconMap2.mjs';
import { __iconNode as IconMapPin } from '@tabler/icons-react/dist/esm/icons/IconMapPin.mjs';
import { __iconNode as IconMathFunction } from '@tabler/icons-react/dist/esm/icons/IconMathFunction.mjs';
import { __iconNode as IconMenu2 } from '@tabler/icons-react/dist/esm/icons/IconMenu2.mjs';
import { __iconNode as IconMessage } from '@tabler/icons-react/dist/esm/icons/IconMessage.mjs';
import { __iconNode as IconMessageCircle } from '@tabler/icons-react/dist/esm/icons/IconMessageCircle.mjs';
import { __iconNode as IconMinus } from '@tabler/icons-react/dist/esm/icons/IconMinus.mjs';
import { __iconNode as IconMoon } from '@tabler/icons-react/dist/esm/icons/IconMoon.mjs';
import { __iconNode as IconNote } from '@tabler/icons-react/dist/esm/icons/IconNote.mjs';
import { __iconNode as IconNotes } from '@tabler/icons-react/dist/esm/icons/IconNotes.mjs';
import { __iconNode as IconPackage } from '@tabler/icons-react/dist/esm/icons/IconPackage.mjs';
import { __iconNode as IconPaperclip } from '@tabler/icons-react/dist/esm/icons/IconPaperclip.mjs';
import { __iconNode as IconPencil } from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import { __iconNode as IconPercentage } from '@tabler/icons-react/dist/esm/icons/IconPercentage.mjs';
import { __iconNode as IconPhone } from '@tabler/icons-react/dist/esm/icons/IconPhone.mjs';
import { __iconNode as IconPin } from '@tabler/icons-react/dist/esm/icons/IconPin.mjs';
import { __iconNode as IconPlugConnectedX } from '@tabler/icons-react/dist/esm/icons/IconPlugConnectedX.mjs';
import { __iconNode as IconPlus } from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { __iconNode as IconReceipt } from '@tabler/icons-react/dist/esm/icons/IconReceipt.mjs';
import { __iconNode as IconRefresh } from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import { __iconNode as IconRepeat } from '@tabler/icons-react/dist/esm/icons/IconRepeat.mjs';
import { __iconNode as IconRoute } from '@tabler/icons-react/dist/esm/icons/IconRoute.mjs';
import { __iconNode as IconSearch } from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { __iconNode as IconSelector } from '@tabler/icons-react/dist/esm/icons/IconSelector.mjs';
import { __iconNode as IconSettings } from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import { __iconNode as IconShare } from '@tabler/icons-react/dist/esm/icons/IconShare.mjs';
import { __iconNode as IconShieldLock } from '@tabler/icons-react/dist/esm/icons/IconShieldLock.mjs';
import { __iconNode as IconShoppingCart } from '@tabler/icons-react/dist/esm/icons/IconShoppingCart.mjs';
import { __iconNode as IconSitemap } from '@tabler/icons-react/dist/esm/icons/IconSitemap.mjs';
import { __iconNode as IconSortAscending } from '@tabler/icons-react/dist/esm/icons/IconSortAscending.mjs';
import { __iconNode as IconSpeakerphone } from '@tabler/icons-react/dist/esm/icons/IconSpeakerphone.mjs';
import { __iconNode as IconSquareRounded } from '@tabler/icons-react/dist/esm/icons/IconSquareRounded.mjs';
import { __iconNode as IconStack2 } from '@tabler/icons-react/dist/esm/icons/IconStack2.mjs';
import { __iconNode as IconStar } from '@tabler/icons-react/dist/esm/icons/IconStar.mjs';
import { __iconNode as IconStarOff } from '@tabler/icons-react/dist/esm/icons/IconStarOff.mjs';
import { __iconNode as IconSum } from '@tabler/icons-react/dist/esm/icons/IconSum.mjs';
import { __iconNode as IconSun } from '@tabler/icons-react/dist/esm/icons/IconSun.mjs';
import { __iconNode as IconTable } from '@tabler/icons-react/dist/esm/icons/IconTable.mjs';
import { __iconNode as IconTableShortcut } from '@tabler/icons-react/dist/esm/icons/IconTableShortcut.mjs';
import { __iconNode as IconTag } from '@tabler/icons-react/dist/esm/icons/IconTag.mjs';
import { __iconNode as IconTags } from '@tabler/icons-react/dist/esm/icons/IconTags.mjs';
import { __iconNode as IconTarget } from '@tabler/icons-react/dist/esm/icons/IconTarget.mjs';
import { __iconNode as IconTextSize } from '@tabler/icons-react/dist/esm/icons/IconTextSize.mjs';
import { __iconNode as IconToggleLeft } from '@tabler/icons-react/dist/esm/icons/IconToggleLeft.mjs';
import { __iconNode as IconTool } from '@tabler/icons-react/dist/esm/icons/IconTool.mjs';
import { __iconNode as IconTrash } from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { __iconNode as IconTrophy } from '@tabler/icons-react/dist/esm/icons/IconTrophy.mjs';
import { __iconNode as IconTruck } from '@tabler/icons-react/dist/esm/icons/IconTruck.mjs';
import { __iconNode as IconUnlink } from '@tabler/icons-react/dist/esm/icons/IconUnlink.mjs';
import { __iconNode as IconUpload } from '@tabler/icons-react/dist/esm/icons/IconUpload.mjs';
import { __iconNode as IconUser } from '@tabler/icons-react/dist/esm/icons/IconUser.mjs';
import { __iconNode as IconUserCircle } from '@tabler/icons-react/dist/esm/icons/IconUserCircle.mjs';
import { __iconNode as IconUserHeart } from '@tabler/icons-react/dist/esm/icons/IconUserHeart.mjs';
import { __iconNode as IconUserPlus } from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import { __iconNode as IconUserSearch } from '@tabler/icons-react/dist/esm/icons/IconUserSearch.mjs';
import { __iconNode as IconUserShield } from '@tabler/icons-react/dist/esm/icons/IconUserShield.mjs';
import { __iconNode as IconUserStar } from '@tabler/icons-react/dist/esm/icons/IconUserStar.mjs';
import { __iconNode as IconUsers } from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { __iconNode as IconUsersGroup } from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs';
import { __iconNode as IconWorld } from '@tabler/icons-react/dist/esm/icons/IconWorld.mjs';
import { __iconNode as IconX } from '@tabler/icons-react/dist/esm/icons/IconX.mjs';

/** The icons of the app by name. The catalogue names its objects' icons from this list too. One icon, one meaning. */
export const icons = {
  'adjustments-horizontal': IconAdjustmentsHorizontal,
  'alert-circle': IconAlertCircle,
  'alert-triangle': IconAlertTriangle,
  'align-left': IconAlignLeft,
  archive: IconArchive,
  'arrow-back-up': IconArrowBackUp,
  'arrow-down': IconArrowDown,
  'arrow-left': IconArrowLeft,
  'arrow-merge': IconArrowMerge,
  'arrow-right': IconArrowRight,
  'arrow-up': IconArrowUp,
  'arrows-diagonal': IconArrowsDiagonal,
  'arrows-exchange': IconArrowsExchange,
  'arrows-move': IconArrowsMove,
  'arrows-right': IconArrowsRight,
  'arrows-sort': IconArrowsSort,
  at: IconAt,
  'baseline-density-medium': IconBaselineDensityMedium,
  'baseline-density-small': IconBaselineDensitySmall,
  bell: IconBell,
  bold: IconBold,
  book: IconBook,
  bookmark: IconBookmark,
  box: IconBox,
  briefcase: IconBriefcase,
  building: IconBuilding,
  'building-bank': IconBuildingBank,
  'building-skyscraper': IconBuildingSkyscraper,
  'building-store': IconBuildingStore,
  calendar: IconCalendar,
  'calendar-event': IconCalendarEvent,
  'calendar-plus': IconCalendarPlus,
  camera: IconCamera,
  car: IconCar,
  cash: IconCash,
  category: IconCategory,
  'chart-bar': IconChartBar,
  check: IconCheck,
  checkbox: IconCheckbox,
  'chevron-down': IconChevronDown,
  'chevron-left': IconChevronLeft,
  'chevron-right': IconChevronRight,
  'chevron-up': IconChevronUp,
  'circle-check': IconCircleCheck,
  'circle-x': IconCircleX,
  clipboard: IconClipboard,
  clock: IconClock,
  coin: IconCoin,
  coins: IconCoins,
  'columns-3': IconColumns3,
  components: IconComponents,
  contract: IconContract,
  copy: IconCopy,
  'credit-card': IconCreditCard,
  'currency-euro': IconCurrencyEuro,
  database: IconDatabase,
  'device-desktop': IconDeviceDesktop,
  dots: IconDots,
  download: IconDownload,
  exchange: IconExchange,
  'external-link': IconExternalLink,
  eye: IconEye,
  'eye-off': IconEyeOff,
  'file-invoice': IconFileInvoice,
  'file-text': IconFileText,
  filter: IconFilter,
  flag: IconFlag,
  'focus-centered': IconFocusCentered,
  folder: IconFolder,
  forms: IconForms,
  gauge: IconGauge,
  'git-commit': IconGitCommit,
  'grip-vertical': IconGripVertical,
  hash: IconHash,
  help: IconHelp,
  history: IconHistory,
  home: IconHome,
  hourglass: IconHourglass,
  id: IconId,
  inbox: IconInbox,
  'info-circle': IconInfoCircle,
  key: IconKey,
  keyboard: IconKeyboard,
  language: IconLanguage,
  'layout-grid': IconLayoutGrid,
  'layout-kanban': IconLayoutKanban,
  'layout-list': IconLayoutList,
  'layout-sidebar-left-collapse': IconLayoutSidebarLeftCollapse,
  'layout-sidebar-left-expand': IconLayoutSidebarLeftExpand,
  'layout-sidebar-right': IconLayoutSidebarRight,
  lifebuoy: IconLifebuoy,
  link: IconLink,
  list: IconList,
  'list-check': IconListCheck,
  'list-details': IconListDetails,
  'loader-2': IconLoader2,
  lock: IconLock,
  'lock-open': IconLockOpen,
  logout: IconLogout,
  mail: IconMail,
  'map-2': IconMap2,
  'map-pin': IconMapPin,
  'math-function': IconMathFunction,
  'menu-2': IconMenu2,
  message: IconMessage,
  'message-circle': IconMessageCircle,
  minus: IconMinus,
  moon: IconMoon,
  note: IconNote,
  notes: IconNotes,
  package: IconPackage,
  paperclip: IconPaperclip,
  pencil: IconPencil,
  percentage: IconPercentage,
  phone: IconPhone,
  pin: IconPin,
  'plug-connected-x': IconPlugConnectedX,
  plus: IconPlus,
  receipt: IconReceipt,
  refresh: IconRefresh,
  repeat: IconRepeat,
  route: IconRoute,
  search: IconSearch,
  selector: IconSelector,
  settings: IconSettings,
  share: IconShare,
  'shield-lock': IconShieldLock,
  'shopping-cart': IconShoppingCart,
  sitemap: IconSitemap,
  'sort-ascending': IconSortAscending,
  speakerphone: IconSpeakerphone,
  'square-rounded': IconSquareRounded,
  'stack-2': IconStack2,
  star: IconStar,
  'star-off': IconStarOff,
  sum: IconSum,
  sun: IconSun,
  table: IconTable,
  'table-shortcut': IconTableShortcut,
  tag: IconTag,
  tags: IconTags,
  target: IconTarget,
  'text-size': IconTextSize,
  'toggle-left': IconToggleLeft,
  tool: IconTool,
  trash: IconTrash,
  trophy: IconTrophy,
  truck: IconTruck,
  unlink: IconUnlink,
  upload: IconUpload,
  user: IconUser,
  'user-circle': IconUserCircle,
  'user-heart': IconUserHeart,
  'user-plus': IconUserPlus,
  'user-search': IconUserSearch,
  'user-shield': IconUserShield,
  'user-star': IconUserStar,
  users: IconUsers,
  'users-group': IconUsersGroup,
  world: IconWorld,
  x: IconX,
} satisfies Record<string, IconNode>;


export type IconName = keyof typeof icons;

/** The icon of that name, or a neutral one when the catalogue names one that we do not draw. */
export function iconNamed(name: string | undefined): IconName {
  return name && name in icons ? (name as IconName) : 'square-rounded';
}
